input |> paint_where(red, p => row_of(p) % 2 == 0)
