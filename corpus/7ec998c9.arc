repeat(input |> paint_under(input |> recolor(blue) |> extend_y), 2, g => g |> shoot(g |> take_top(1), if input |> symmetric_x then right else left) |> rot180)
