canvas(1, input |> objects |> count, red)
