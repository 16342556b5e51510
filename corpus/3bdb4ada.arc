input |> paint(input |> objects |> map(o => "0." |> tile_to(1, width(o) - 1) |> move_to(plus(o |> corner, down_right))))
