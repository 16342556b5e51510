input |> paint_where(magenta, p => color_at(input, p) != black and col_of(p) % 3 == 0)
