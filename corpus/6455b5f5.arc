let s = input |> spaces
input |> paint(s |> all_max_by(size) |> recolor(blue)) |> paint(s |> all_min_by(size) |> recolor(cyan))
