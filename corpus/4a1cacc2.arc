let o = input |> objects |> first
input |> paint([o, o |> nearest(input |> corners(black) |> pixels)] |> compose |> solid(o |> color))
