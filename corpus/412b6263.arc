let g = input |> rot270 |> frame(blue)
let f = g |> paint(g |> corners(orange))
f |> take_top(height(f) - 1) |> above(f)
