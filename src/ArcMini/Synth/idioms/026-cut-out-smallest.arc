input |> cut(input |> objects |> min_by(size))
