input |> paint_under(input |> crop |> unit |> tile_to(input |> height, input |> width))
