let b = input |> objects |> sort_by(leftmost)
input |> paint_alone(b |> map_indexed((o, i) => o |> recolor(b |> nth(i - 2) |> color) |> move_to((o |> top, b |> nth(i - 1) |> leftmost))))
