input |> beam(input, down) |> recolor(blue) |> paint(input |> objects |> map(o => pad(o, length(o) / 2) |> solid(green))) |> paint(input |> objects)
