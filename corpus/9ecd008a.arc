input |> repair_symmetry |> cut(input |> keep(black) |> crop)
