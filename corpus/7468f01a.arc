input |> crop |> flip_x
