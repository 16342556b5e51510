input |> paint(input |> erase(black) |> objects4 |> filter(o => size(o) > 1) |> recolor(cyan))
