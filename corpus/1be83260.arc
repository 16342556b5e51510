let g = input |> backdrop(black) |> crop
g |> solid(g |> color) |> paint(g |> panels |> zip_with(g |> panels |> max_by(num_colors) |> shrink |> subsample(2) |> tiles(1, 1), (p, t) => p |> solid(t |> colors |> first) |> unmask(p)))
