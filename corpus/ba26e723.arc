input |> paint(input |> backdrop(black) |> recolor(magenta) |> mask("1.." |> tile_to(input |> height, input |> width)))
