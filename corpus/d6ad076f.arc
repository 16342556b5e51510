let o = input |> objects
let g = input |> paint(between(o |> first, o |> last) |> recolor(cyan))
input |> paint(g |> erode |> keep(cyan))
