let g = input |> shrink
input |> paint(g |> rows |> concat(g |> cols) |> filter(r => size(r) == 0) |> solid(green))
