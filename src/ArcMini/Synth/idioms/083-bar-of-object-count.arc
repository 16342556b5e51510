canvas(1, input |> objects |> count, input |> color)
