let o = input |> objects |> first
input |> paint([o, input |> corners(black) |> pixels |> min_by(c => c |> distance(o))] |> compose |> solid(o |> color))
