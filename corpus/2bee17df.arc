input |> paint(recolor(separators(shrink(input)), green))
