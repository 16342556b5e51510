input |> replace(blue, black) |> paint(input |> keep(blue) |> move((2, 0)))
