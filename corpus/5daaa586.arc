let r = input |> rows |> filter(is_solid)
let c = input |> cols |> filter(is_solid)
let b = part(input, point(top(first(r)), leftmost(first(c))), top(last(r)) - top(first(r)) + 1, leftmost(last(c)) - leftmost(first(c)) + 1)
[up, down, left, right] |> fold(b, (g, d) => shoot(g, b |> shrink |> keep(color_at(b, anchor(b, d))), d))
