input |> take_top(2) |> above(input |> take_top(1) |> transpose |> stretch(1, input |> width) |> tile_to(height(input) - 2, input |> width))
