input |> paint_where(green, p => is_ink(input, p) and (width(input) - col_of(p)) % 2 == 1)
