let s = input |> crop |> shrink |> solid(input |> rare_color)
[up, down, left, right] |> fold(input |> paint_under(s), (g, d) => g |> shoot(s, d))
