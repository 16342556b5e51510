input |> gravity(up)
