input |> paint(input |> rows |> filter(r => size(r) == 0) |> solid(red))
