input |> paint(input |> rows |> filter(r => size(r) > 2) |> recolor(red))
