input |> complete_symmetry(blue) |> cut(input |> keep(blue) |> crop)
