let v = input |> paint_under(input |> recolor(blue) |> extend_y)
let d = if input |> symmetric_x then right else left
v |> shoot(v |> take_top(1), d) |> shoot(v |> take_bottom(1), times(d, -1))
