let b = input |> keep(blue) |> crop
input |> blank |> paint(input |> objects |> map(o => o |> move_to((b |> top, o |> leftmost))))
