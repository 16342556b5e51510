input |> paint(input |> rows |> concat(input |> cols) |> filter(r => count(r |> colors) == 1) |> solid(red))
