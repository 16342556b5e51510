let o = input |> regions |> filter(is_solid)
input |> paint([o |> smallest |> shrink |> recolor(blue), o |> largest |> shrink |> recolor(red)])
