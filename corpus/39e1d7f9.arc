let s = input |> map_panels(p => canvas(1, 1, p |> colors |> first))
let t = s |> shapes |> largest
input |> paint(input |> panels |> zip_with(s |> stamp(t, s |> points_of(t |> color_at(t |> center))) |> tiles(1, 1), (p, c) => p |> solid(c |> colors |> first)))
