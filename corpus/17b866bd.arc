input |> paint(input |> backdrop(black) |> holes |> map(o => o |> recolor(input |> color_at(plus(o |> corner, up_left))))) |> paint_where(black, p => row_of(p) % 5 + col_of(p) % 5 == 0)
