input |> paint(input |> panels |> solid(input |> background)) |> paint(input |> panels |> all_max_by(size) |> map(p => p |> solid(p |> color)))
