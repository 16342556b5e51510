input |> paint(input |> objects |> max_by(height) |> recolor(red))
