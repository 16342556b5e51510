input |> paint_under(input |> beam(input |> take_top(1), down) |> both(input |> beam(input |> take_right(1), left)) |> recolor(red))
