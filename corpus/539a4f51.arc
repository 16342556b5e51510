let g = input |> backdrop(black) |> crop
canvas(10, 10, black) |> map_cells(p => g |> color_at(times(down_right, max(row_of(p), col_of(p)) % width(g))))
