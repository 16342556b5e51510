input |> keep(input |> colors |> first) |> kron(input) |> fill(black)
