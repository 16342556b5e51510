input |> paint_where(red, p => (row_of(p) + col_of(p)) % 2 == 0)
