let s = input |> part((0, 0), 3, 3) |> ink
input |> paint(input |> objects |> filter(o => o |> same_shape(s)) |> recolor(grey)) |> paint(s)
