input |> blank |> paint(canvas(1, input |> size, input |> color) |> center_on(input))
