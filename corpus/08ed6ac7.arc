input |> paint(input |> objects |> sort_by(size) |> zip_with([yellow, green, red, blue], recolor))
