let t = input |> tiles(2, 2)
t |> drop(1) |> fold(t |> first, (a, b) => b |> scale(height(a) / 2 + 1) |> move_to((0, 0)) |> paint(a |> move_to(down_right)))
