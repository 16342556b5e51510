input |> paint(input |> keep(cyan) |> crop |> flip_x |> move(if color_at(input, (3, 3)) == yellow then (0, -3) else (0, 3)))
