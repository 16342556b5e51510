input |> paint_where(input |> background, p => col_of(p) != col_of(input |> center))
