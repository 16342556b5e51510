input |> paint_where(yellow, p => is_ink(input, p) and col_of(p) % 2 == 1)
