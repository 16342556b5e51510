input |> paint(input |> backdrop(black) |> shapes4 |> filter(o => size(o) == 1) |> recolor(blue))
