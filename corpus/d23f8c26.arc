input |> paint_where(black, p => col_of(p) != col_of(input |> center))
