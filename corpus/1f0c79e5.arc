let o = input |> crop
let s = o |> solid(input |> erase(red) |> rare_color)
input |> points_of(red) |> fold(input |> paint(s), (g, p) => g |> beam(s, minus(times(minus(p, o |> corner), 2), down_right)))
