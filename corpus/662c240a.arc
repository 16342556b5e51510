let n = min(input |> height, input |> width)
input |> tiles(n, n) |> find(o => o != transpose(o))
