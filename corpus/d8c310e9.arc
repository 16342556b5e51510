input |> paint(input |> crop |> unit |> tile_to(input |> crop |> height, input |> width))
