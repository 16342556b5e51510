let o = input |> shrink |> crop |> frame(input |> color_at(right))
let s = o |> paint(o |> corners(orange))
canvas(15, 15, orange) |> paint([s |> move_to((2, 2)), s |> move_to((8, 8))])
