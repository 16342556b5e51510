input |> paint(input |> regions |> filter(o => is_solid(o) and min(o |> height, o |> width) > 2) |> shrink |> recolor(red))
