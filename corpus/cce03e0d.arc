input |> keep(red) |> kron(input) |> fill(black)
