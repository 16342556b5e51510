input |> map_cells(c => [red, yellow, green] |> nth(col_of(input |> points |> nth(row_of(c))) * 3 / width(input)))
