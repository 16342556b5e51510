let s = input |> backdrop(input |> color_at((0, 0))) |> shapes
let t = s |> find(o => num_colors(o) == 1)
let a = s |> without(t) |> max_by(area) |> move_to((0, 0))
let h = t |> height
let w = t |> width
canvas(h, w, t |> color) |> paint_where(a |> rare_color, p => color_at(a, (min(min(row_of(p), h - 1 - row_of(p)), height(a) / 2), min(min(col_of(p), w - 1 - col_of(p)), width(a) / 2))) == rare_color(a))
