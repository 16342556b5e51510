input |> paint(input |> spaces |> filter(s => is_solid(s) and all(s |> halo(red) |> corners(red) |> points, p => near4(input, p, input |> color) <= 2)) |> solid(yellow))
