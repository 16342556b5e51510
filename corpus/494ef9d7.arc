input |> paint(input |> rows |> filter(r => num_colors(r |> remap([orange, cyan], [yellow, blue])) == 1) |> crop |> gravity(left))
