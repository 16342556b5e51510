input |> paint(input |> objects |> largest |> recolor(red))
