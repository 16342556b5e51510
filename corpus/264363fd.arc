let t = input |> shapes |> smallest
let g = input |> remove(t)
let b = g |> backdrop(g |> color)
let c = t |> color_at(t |> center)
[up, down, left, right] |> filter(d => minus(t |> anchor(d), t |> center) == times(d, 2)) |> fold(b, (h, d) => h |> overlay(b |> shoot(b |> keep(c) |> recolor(t |> color_at(t |> anchor(d))), d))) |> stamp(t |> part(minus(t |> center, down_right), 3, 3), g |> points_of(c))
