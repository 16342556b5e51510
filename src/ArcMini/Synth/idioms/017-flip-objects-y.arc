input |> paint(input |> objects |> map(o => o |> flip_y))
