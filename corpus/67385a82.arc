input |> paint(input |> keep(green) |> objects4 |> filter(o => size(o) > 2) |> recolor(cyan))
