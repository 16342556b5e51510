input |> complete_symmetry(green) |> cut(input |> keep(green) |> crop)
