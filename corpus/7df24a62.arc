let o = input |> keep(blue) |> crop
input |> paint(input |> cut(o) |> orientations |> map(p => input |> occurrences(p |> replace(blue, input |> background) |> shrink) |> map(m => p |> move_to(plus(m |> corner, up_left)))) |> flatten)
