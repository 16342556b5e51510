input |> turned(g => size(g |> take_bottom(1)) == width(g), g => [up_left, up_right] |> fold(g, (h, d) => h |> ray(plus(g |> crop |> take_top(1) |> crop |> anchor(d), d), d, g |> rare_color)))
