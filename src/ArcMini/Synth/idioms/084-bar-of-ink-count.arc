canvas(1, input |> size, input |> color)
