let o = input |> objects
let g = input |> paint(o |> first |> between(o |> last) |> recolor(cyan))
input |> paint(g |> erode |> keep(cyan))
