input |> paint_where(red, p => is_ink(input, p) and col_of(p) % 2 == 0)
