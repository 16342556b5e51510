let o = input |> backdrop(black) |> objects
input |> paint([o |> smallest |> shrink |> recolor(blue), o |> largest |> shrink |> recolor(red)])
