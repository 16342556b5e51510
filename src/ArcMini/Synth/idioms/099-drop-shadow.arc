input |> shift(right) |> recolor(grey) |> paint(input |> ink)
