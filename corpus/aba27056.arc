let o = input |> crop
let g = o |> box(yellow) |> only(o) |> crop
[up_left, up_right, down_left, down_right] |> fold(input |> paint_under(o |> solid(yellow)) |> beam(g, o |> open_side), (h, d) => h |> shoot("4." |> move_to(g |> anchor(d)), d))
