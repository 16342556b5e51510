input |> turned(g => size(g |> bottom_half) == 0, g => g |> paint_under(g |> flip_y))
