input |> crop |> scale(2)
