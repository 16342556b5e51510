input |> paint(input |> objects |> shrink |> recolor(cyan))
