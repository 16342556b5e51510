input |> flip_x
