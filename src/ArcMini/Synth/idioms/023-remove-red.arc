input |> remove(input |> keep(red))
