cut(input, colors(input) |> map(c => input |> keep(c) |> crop) |> min_by(area))
