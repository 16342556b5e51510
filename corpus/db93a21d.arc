input |> beam(input, down) |> recolor(blue) |> paint(input |> objects |> map(o => o |> pad(length(o) / 2) |> solid(green))) |> paint(input |> objects)
