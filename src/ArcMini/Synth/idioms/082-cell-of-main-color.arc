canvas(1, 1, input |> color)
