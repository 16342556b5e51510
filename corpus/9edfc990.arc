input |> paint(input |> keep(black) |> objects4 |> filter(o => o |> touches4(input |> keep(blue))) |> recolor(blue))
