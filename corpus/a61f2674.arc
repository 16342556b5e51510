let o = input |> objects
input |> paint_alone([o |> largest |> recolor(blue), o |> smallest |> recolor(red)])
