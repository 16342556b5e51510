input |> repair_tiling
