let o = input |> objects |> max_by(area)
let c = input |> remove(o) |> color
[up_left, up_right, down_left, down_right] |> fold(input, (g, d) => g |> ray(plus(o |> anchor(d), d), d, c))
