input |> keep(input |> rare_color) |> crop
