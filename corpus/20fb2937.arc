let b = input |> take_bottom(13)
input |> take_top(5) |> take_bottom(1) |> pixels |> fold(b, (g, p) => g |> stamp(input |> part(minus(p |> corner, (4, 1)), 3, 3), b |> points_of(p |> color)))
