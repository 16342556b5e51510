input |> paint(input |> objects |> filter(o => o |> same_shape(input |> objects |> largest)) |> recolor(grey))
