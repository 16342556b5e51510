input |> paint(input |> spaces |> filter(o => size(o) > 2) |> recolor(blue))
