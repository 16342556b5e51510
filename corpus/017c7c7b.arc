input |> backdrop(black) |> unit |> tile_to(height(input) * 3 / 2, input |> width) |> recolor(red)
