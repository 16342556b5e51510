input |> paint(input |> panels |> largest |> solid(red))
