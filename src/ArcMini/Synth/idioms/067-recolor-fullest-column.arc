input |> paint(input |> cols |> max_by(size) |> recolor(red))
