input |> backdrop(black) |> kron(input)
