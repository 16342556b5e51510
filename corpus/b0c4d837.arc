let o = input |> crop
let c = o |> color_at(o |> corner)
let e = o |> spaces |> first
let n = if top(e) == top(o) or bottom(e) == bottom(o) then e |> height else e |> width
canvas(3, 3, input |> background) |> plot([(0, 0), right, (0, 2), (1, 2), down_right, down] |> take(n), o |> inks |> without(c) |> first)
