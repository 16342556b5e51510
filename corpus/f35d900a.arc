let l = input |> recolor(grey) |> connect
input |> paint_where(grey, p => is_ink(l, p) and min_of(input |> points |> map(q => abs(row_of(q) - row_of(p)) + abs(col_of(q) - col_of(p)))) % 2 == 0) |> paint(input |> pixels |> map(o => o |> halo(input |> inks |> without(o |> color) |> first))) |> paint(input |> ink)
