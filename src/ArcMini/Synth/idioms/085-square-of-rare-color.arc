canvas(3, 3, input |> rare_color)
