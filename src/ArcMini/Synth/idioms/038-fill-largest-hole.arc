input |> paint(input |> holes |> largest |> recolor(red))
