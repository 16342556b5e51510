let g = input |> backdrop(black) |> crop
input |> tile(2, 2) |> map_cells(p => g |> color_at(times(down_right, max_of([row_of(p), col_of(p)]) % width(g))))
