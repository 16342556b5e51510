input |> tile(1, 2)
