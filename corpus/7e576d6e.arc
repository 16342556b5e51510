let k = input |> keep(input |> inks |> nth(1)) |> objects |> first
let g = if height(k) > 1 then input else input |> transpose
let m = g |> points_of(g |> rare_color) |> sort_by(col_of)
let w = g |> keep(g |> inks |> nth(1)) |> objects |> map(center) |> sort_by(col_of) |> concat([plus(m |> last, right)]) |> fold(m |> take(1), (q, p) => q |> concat([(row_of(q |> last), col_of(p) - 1), plus(p, left)]))
let r = range(count(w) - 1) |> fold(g, (h, i) => h |> line(w |> nth(i), w |> nth(i + 1), g |> rare_color))
if height(k) > 1 then r else r |> transpose
