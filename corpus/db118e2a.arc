let k = canvas(3, 3, orange)
let o = k |> paint(input |> backdrop(orange) |> shrink |> crop |> center_on(k)) |> frame(input |> color_at(right))
let s = o |> paint(o |> corners(orange))
canvas(15, 15, orange) |> paint([s |> move_to((2, 2)), s |> move_to((8, 8))])
