input |> tile(2, 2) |> flip_x
