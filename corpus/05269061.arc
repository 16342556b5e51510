input |> complete_tiling(black)
