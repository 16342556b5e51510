let g = input |> pad(1)
let b = g |> largest_rectangle
input |> paint(g |> opening(3) |> recolor(b |> color)) |> complete_tiling(b |> color) |> cut(b)
