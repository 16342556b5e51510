let s = input |> shapes |> find(o => num_colors(o) > 1)
input |> paint([1, 2, 3, 4, 5] |> map(n => input |> restore(s |> scale(n)) |> ink))
