let f = input |> fill_nearest
input |> paint(input |> pixels |> map(p => input |> paint(range(15) |> map(i => p |> pad(2 * i) |> box(p |> color))) |> mask(f |> keep(p |> color))))
