let b = input |> points_of(blue)
let q = [b, b |> reverse] |> find(q => input |> part(q |> first, 1, 1) |> on_edge(input))
input |> remap([green, blue], [black, black]) |> bounce(q |> first, minus(q |> nth(1), q |> first), blue) |> paint_under(input)
