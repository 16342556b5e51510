repeat(input, 2, g => g |> mirror_x)
