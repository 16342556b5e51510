input |> turned(g => size(g |> take_top(2)) == size(g), g => g |> take_top(2) |> above(g |> take_top(1) |> transpose |> stretch(1, g |> width) |> tile_to(height(g) - 2, g |> width)))
