let f = input |> fill_nearest
input |> paint(input |> pixels |> map(p => input |> ripple(p, 2, p |> color) |> mask(f |> keep(p |> color))))
