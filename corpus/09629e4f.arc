input |> paint(input |> panels |> zip_with(input |> panels |> min_by(p => p |> colors |> count) |> tiles(1, 1), (p, c) => p |> solid(c |> colors |> first)))
