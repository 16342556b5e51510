input |> unit |> tile_to(height(input) * 3 / 2, input |> width) |> replace(blue, red)
