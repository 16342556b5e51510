let l = input |> backdrop(black) |> layers |> filter(o => count(o |> objects4) < 6) |> crop |> sort_by(o => 0 - area(o)) |> map(o => if o |> is_ink(o |> center) then o |> solid(o |> color) else o |> box(o |> color))
let f = l |> first
range(l |> count) |> fold(f |> fill(black) |> move_to((0, 0)), (g, i) => g |> paint(l |> nth(i) |> move_to((height(f) - height(l |> nth(i)) - count(l |> take(i) |> reject(is_solid)), l |> take(i) |> reject(is_solid) |> count))))
