let s = input |> spaces
input |> paint(s |> largest |> recolor(blue)) |> paint(s |> filter(o => size(o) == size(s |> smallest)) |> recolor(cyan))
