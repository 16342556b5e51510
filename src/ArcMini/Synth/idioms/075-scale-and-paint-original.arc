input |> scale(2) |> paint(input)
