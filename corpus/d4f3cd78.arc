let o = input |> crop
let g = o |> box(cyan) |> only(o) |> crop
input |> paint_under(o |> solid(cyan)) |> beam(g, o |> shrink |> toward(g))
