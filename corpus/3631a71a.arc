input |> repair_symmetry
