input |> crop |> tile(1, 2)
