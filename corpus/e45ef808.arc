let c = input |> keep(blue) |> cols
input |> paint([c |> largest |> recolor(maroon), c |> reverse |> smallest |> recolor(yellow)])
