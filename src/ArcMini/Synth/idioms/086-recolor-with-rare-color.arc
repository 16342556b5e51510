input |> recolor(input |> rare_color)
