input |> turned(g => size(g |> take_top(1)) > 0, g => g |> paint_under([g |> move(down_left), g |> move(down_right)]) |> take_top(2) |> cover(g))
