let n = input |> count_color(input |> rare_color)
input |> replace(input |> rare_color, input |> background) |> roll((n, 0 - n))
