let r = input |> rows |> filter(is_solid)
let c = input |> cols |> filter(is_solid)
let b = input |> part((r |> first |> top, c |> first |> leftmost), top(r |> last) - top(r |> first) + 1, leftmost(c |> last) - leftmost(c |> first) + 1)
[up, down, left, right] |> fold(b, (g, d) => g |> shoot(b |> shrink |> keep(b |> color_at(b |> anchor(d))), d))
