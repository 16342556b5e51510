input |> complete_tiling(black) |> cut(input |> keep(black) |> crop)
