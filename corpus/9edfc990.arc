input |> paint(input |> keep(black) |> objects4 |> filter(o => o |> points |> any(p => near4(input, p, blue) > 0)) |> recolor(blue))
