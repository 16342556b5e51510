let c = input |> color
input |> cut(input |> blank |> paint_where(c, p => near4(input, p, c) == 4 and color_at(input, p) != c) |> crop)
