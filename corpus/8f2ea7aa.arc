input |> crop |> kron(input |> crop)
