[up, down, left, right] |> fold(input, (g, d) => g |> shoot(input |> crop |> shrink |> solid(input |> rare_color), d))
