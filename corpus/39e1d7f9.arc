let p = input |> panels
let s = p |> map(q => canvas(1, 1, q |> colors |> first)) |> arrange(p |> leftmost |> distinct |> count)
let t = s |> shapes |> largest
input |> paint(p |> zip_with(s |> stamp(t, s |> points_of(t |> color_at(t |> center))) |> tiles(1, 1), (q, c) => q |> solid(c |> colors |> first)))
