let c = input |> cut(input |> recolor(blue) |> opening(2) |> crop |> pad(2))
input |> paint_under([c |> rot90, c |> rot180, c |> rot270])
