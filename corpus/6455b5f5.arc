let s = input |> spaces
input |> paint(s |> all_max_by(size) |> recolor(blue)) |> paint(s |> all_max_by(o => 0 - size(o)) |> recolor(cyan))
