input |> complete_symmetry(input |> largest_rectangle |> color)
