input |> complete_symmetry(black) |> cut(input |> keep(black) |> crop)
