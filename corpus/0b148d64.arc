input |> cut(input |> keep(input |> rare_color) |> crop)
