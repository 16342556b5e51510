let p = input |> panels
let s = p |> map(q => canvas(1, 1, q |> colors |> first)) |> arrange(p |> leftmost |> distinct |> count)
let o = s |> shapes |> largest
input |> paint(p |> zip_with(s |> stamp(o, s |> points_of(o |> color_at(o |> center))) |> tiles(1, 1), (q, c) => q |> solid(c |> colors |> first)))
