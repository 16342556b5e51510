let k = input |> clusters(2)
let l = k |> first
let b = k |> last
let a = b |> move_to(l |> corner)
let t = input |> part(plus(l |> corner, (0, b |> width)), b |> height, width(l) - width(b) + 1) |> cover(a |> between(b |> move_to((l |> top, b |> leftmost))))
let s = input |> part(plus(l |> corner, (b |> height, 0)), height(l) - height(b) + 1, b |> width) |> cover(a |> between(b |> move_to((b |> top, l |> leftmost))))
input |> paint([t, s, t |> take_top(1) |> solid(t |> color_at(t |> corner)) |> move(up), s |> take_left(1) |> solid(s |> color_at(s |> corner)) |> move(left)]) |> reflect_about([a, b] |> compose)
