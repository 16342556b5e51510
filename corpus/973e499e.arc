input |> colors |> map(c => input |> keep(c) |> kron(input |> keep(c))) |> compose |> fill(black)
