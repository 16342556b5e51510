let s = input |> symmetrize
s |> paint(s |> rings |> map(r => r |> remove(r |> corners(red)) |> erase(black) |> connect |> mask(r))) |> paint_where(black, p => row_of(p) * col_of(p) % 2 == 0)
