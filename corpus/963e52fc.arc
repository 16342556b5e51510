input |> unit |> tile_to(input |> height, width(input) * 2)
