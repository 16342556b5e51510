let o = input |> crop
input |> paint(range(o |> height) |> map(i => [left, right] |> map(d => o |> take_top(height(o) - i) |> recolor(if i % 2 == 0 then o |> color else cyan) |> move(times(d, i)))) |> flatten)
