input |> complete_symmetry(input |> objects |> filter(is_solid) |> largest |> color)
