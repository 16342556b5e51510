input |> paint(recolor(separators(input), red))
