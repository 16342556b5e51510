let c = input |> erase(red) |> rare_color
input |> shapes4 |> fold(input |> replace(red, c), (g, o) => o |> points_of(red) |> fold(g, (h, p) => h |> beam(o |> solid(c), minus(times(minus(p, o |> corner), 2), down_right))))
