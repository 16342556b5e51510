input |> paint_where(green, p => color_at(input, p) == grey and (width(input) - col_of(p)) % 2 == 1)
