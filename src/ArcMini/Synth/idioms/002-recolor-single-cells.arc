input |> paint(input |> objects |> filter(o => size(o) == 1) |> recolor(blue))
