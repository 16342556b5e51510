input |> scale(2)
