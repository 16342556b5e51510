input |> paint(input |> objects |> flip_x)
