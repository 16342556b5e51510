input |> paint(input |> objects |> odd_by(color) |> box(red))
