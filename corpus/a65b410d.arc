let o = input |> crop
let t = input |> paint_where(green, p => row_of(p) + col_of(p) < width(o) + top(o))
t |> paint_where(blue, p => is_ink(t, p) and row_of(p) > top(o)) |> paint(o)
