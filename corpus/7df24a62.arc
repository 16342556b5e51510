let o = input |> cut(input |> keep(blue) |> crop)
input |> rewrite(o |> replace(blue, input |> background) |> shrink, o)
