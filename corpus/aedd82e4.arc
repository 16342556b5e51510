input |> paint(input |> keep(red) |> objects4 |> filter(o => size(o) == 1) |> recolor(blue))
