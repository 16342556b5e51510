input |> shoot(input |> keep(red), right)
