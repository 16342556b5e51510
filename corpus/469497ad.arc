let g = input |> scale(input |> num_colors)
let b = g |> objects |> min_by(o => bottom(o) + rightmost(o))
[up_left, up_right, down_left, down_right] |> fold(g, (h, d) => h |> ray(b |> anchor(d), d, red)) |> paint(g |> ink)
