let g = input |> backdrop(black) |> crop
let f = g |> color
g |> solid(f) |> paint(g |> panels |> zip_with(g |> panels |> max_by(num_colors) |> shrink |> subsample(2) |> tiles(1, 1), (p, t) => p |> keep(f) |> recolor(t |> color_at(t |> corner))))
