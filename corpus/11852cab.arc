input |> paint_under(input |> clusters(2) |> map(orientations) |> flatten)
