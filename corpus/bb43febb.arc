input |> paint(input |> regions |> filter(o => is_solid(o) and min(o |> height, o |> width) >= 3) |> shrink |> recolor(red))
