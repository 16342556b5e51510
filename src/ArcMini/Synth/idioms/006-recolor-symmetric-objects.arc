input |> paint(input |> objects |> filter(symmetric_x) |> recolor(green))
