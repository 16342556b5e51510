let p = input |> panels
let l = p |> first |> backdrop(p |> first |> colors |> first)
let m = l |> left_half |> take_right(1) |> both(l |> right_half |> take_left(1))
input |> paint([l |> left_half, m |> tile(1, width(p |> last) - width(l)), l |> right_half] |> join_x |> ink |> move_to(p |> last |> corner))
