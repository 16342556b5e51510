let b = input |> background
let s = input |> symmetrize
s |> paint(s |> rings |> map(r => r |> remove(r |> corners(red)) |> erase(b) |> connect |> mask(r))) |> paint_where(b, p => row_of(p) * col_of(p) % 2 == 0)
