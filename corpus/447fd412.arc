let s = input |> shapes |> find(o => num_colors(o) > 1)
input |> paint([1, 2, 3] |> map(n => input |> restore(s |> scale(n)) |> ink))
