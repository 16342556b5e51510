input |> cut(input |> colors |> map(c => input |> keep(c) |> crop) |> min_by(area))
