let r = row_of(input |> points_of(grey) |> first)
let n = input |> cols |> map(c => c |> count_color(cyan)) |> max_of
input |> remap([cyan, blue], [orange, orange]) |> paint_where(maroon, p => row_of(p) > r and col_of(p) % 2 == 1) |> paint_where(cyan, p => row_of(p) < r and row_of(p) >= r - n and col_of(p) % 2 == 1) |> paint(input |> keep(blue) |> objects |> map(o => o |> move_to((r, o |> leftmost))))
