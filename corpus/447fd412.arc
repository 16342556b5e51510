let s = input |> shapes |> find(o => num_colors(o) > 1)
input |> paint([1, 2, 3] |> map(n => restore(input, s |> scale(n)) |> ink))
