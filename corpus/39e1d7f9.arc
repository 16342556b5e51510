let p = input |> panels
let s = p |> map(q => canvas(1, 1, q |> colors |> first)) |> arrange(p |> leftmost |> distinct |> count)
input |> paint(p |> zip_with(s |> restore(s |> shapes |> largest) |> tiles(1, 1), (q, c) => q |> solid(c |> colors |> first)))
