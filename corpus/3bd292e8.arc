let s = input |> backdrop(orange) |> spaces |> sort_by(s => 0 - max_of(s |> points |> map(p => row_of(p) - col_of(p))))
input |> paint(range(s |> count) |> map(i => s |> nth(i) |> recolor(if i % 2 == 0 then grey else green)))
