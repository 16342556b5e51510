let b = input |> keep(blue) |> crop
input |> paint_alone(input |> objects |> map(o => o |> move_to((b |> top, o |> leftmost))))
