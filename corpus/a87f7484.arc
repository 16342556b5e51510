let n = min(input |> height, input |> width)
input |> tiles(n, n) |> odd_by(shape)
