input |> complete_tiling(input |> largest_rectangle |> color)
