input |> remove(input |> keep(red)) |> crop
