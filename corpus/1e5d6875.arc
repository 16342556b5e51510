let b = input |> objects4
input |> paint(b |> filter(o => color(o) == grey) |> map(o => o |> move(o |> toward(o |> spaces |> first)) |> recolor(yellow))) |> paint(b |> filter(o => color(o) == red) |> map(o => o |> move(o |> spaces |> first |> toward(o)) |> recolor(green))) |> paint(b)
