let b = input |> objects4
input |> paint(b |> filter(o => color(o) == grey) |> map(o => o |> move(o |> open_side) |> recolor(yellow))) |> paint(b |> filter(o => color(o) == red) |> map(o => o |> move(times(o |> open_side, -1)) |> recolor(green))) |> paint(b)
