let r = input |> rows |> filter(is_solid)
let c = input |> cols |> filter(is_solid)
let b = input |> part((r |> first |> top, c |> first |> leftmost), top(r |> last) - top(r |> first) + 1, leftmost(c |> last) - leftmost(c |> first) + 1)
let i = b |> shrink |> ink
b |> shoot(i, [up, down, left, right] |> find(d => color_at(b, b |> anchor(d)) == color(i)))
