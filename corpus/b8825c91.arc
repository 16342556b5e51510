input |> complete_symmetry(yellow)
