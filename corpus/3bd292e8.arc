let s = input |> backdrop(orange) |> spaces |> sort_by(s => s |> points |> map(p => col_of(p) - row_of(p)) |> min_of)
input |> paint(range(s |> count) |> map(i => s |> nth(i) |> recolor(if i % 2 == 0 then grey else green)))
