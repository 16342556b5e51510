input |> kron(input)
