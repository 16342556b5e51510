input |> paint(input |> cut(input |> keep(cyan) |> crop) |> replace(blue, green))
