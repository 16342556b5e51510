input |> flip_y
