input |> paint(input |> objects |> filter(o => size(o) > 3) |> recolor(red))
