canvas(4, 4, input |> background) |> paint(input |> objects |> map(o => o |> move_to(minus(down_right, o |> open_side))))
