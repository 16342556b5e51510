let b = input |> take_bottom(13)
input |> rows |> nth(4) |> pixels |> fold(b, (g, p) => g |> stamp(input |> part(minus(p |> corner, (4, 1)), 3, 3), b |> points_of(p |> color)))
