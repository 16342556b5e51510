input |> paint(input |> backdrop(black) |> objects4 |> filter(o => size(o) == 1) |> recolor(blue))
