input |> tile(3, 3)
