let s = input |> backdrop(black) |> size
canvas(9 - s, 9 - s, black) |> paint_where(blue, p => row_of(p) * (9 - s) + col_of(p) < s) |> kron(input)
