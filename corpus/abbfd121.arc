let o = input |> regions |> filter(s => is_solid(s) and min(s |> height, s |> width) > 2)
let b = o |> largest
input |> paint(o |> solid(b |> color)) |> complete_tiling(b |> color) |> cut(b)
