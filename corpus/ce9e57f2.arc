input |> paint(input |> objects |> bottom_half |> recolor(cyan))
