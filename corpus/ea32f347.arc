input |> paint(input |> objects |> sort_by(size) |> zip_with([red, yellow, blue], recolor))
