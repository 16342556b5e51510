input |> scale(3)
