input |> paint(input |> objects |> filter(is_square) |> recolor(red))
