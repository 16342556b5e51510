let o = input |> crop
o |> box(cyan) |> only(o) |> pixels |> fold(input |> paint_under(o |> solid(cyan)), (g, p) => g |> beam(p, o |> shrink |> toward(p)))
