input |> complete_tiling(input |> take_right(1) |> colors |> first) |> unit |> roll(left) |> cover(input)
