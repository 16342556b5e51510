let g = input |> flip_y |> backdrop(orange)
g |> paint(g |> spaces |> map_indexed((s, i) => s |> recolor(if i % 2 == 0 then grey else green))) |> flip_y
