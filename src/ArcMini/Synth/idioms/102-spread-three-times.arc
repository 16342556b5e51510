repeat(input, 3, g => g |> spread)
