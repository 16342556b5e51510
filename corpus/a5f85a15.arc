input |> paint(input |> objects |> map(o => o |> paint_where(yellow, p => is_ink(o, p) and (row_of(p) - top(o)) % 2 == 1)))
