input |> part((0, 0), 2, 2)
