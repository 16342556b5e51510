input |> paint(input |> objects |> odd_by(shape) |> recolor(red))
