let c = input |> rare_color
input |> complete_symmetry(c) |> cut(input |> keep(c) |> crop)
