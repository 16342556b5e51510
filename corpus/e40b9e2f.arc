let c = input |> cut(pad(opening(input |> recolor(blue), 2) |> crop, 2))
input |> paint_under([c |> rot90, c |> rot180, c |> rot270])
