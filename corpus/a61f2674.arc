let o = input |> objects
input |> blank |> paint([o |> largest |> recolor(blue), o |> smallest |> recolor(red)])
