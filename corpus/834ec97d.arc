let o = input |> crop
input |> shift(down) |> paint_where(yellow, p => row_of(p) <= top(o) and (col_of(p) - leftmost(o)) % 2 == 0)
