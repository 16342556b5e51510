let t = input |> keep(grey) |> objects4
let m = input |> remove(t)
t |> fold(m, (g, o) => [up_right, down_left] |> filter(d => o |> is_ink(o |> anchor(d))) |> fold(g, (h, d) => h |> ray(plus(o |> anchor(d), d), up_left, m |> color) |> ray(plus(o |> anchor(d), d), down_right, m |> color)))
