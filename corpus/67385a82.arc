input |> paint(input |> erase(black) |> objects4 |> filter(o => size(o) > 2) |> recolor(cyan))
