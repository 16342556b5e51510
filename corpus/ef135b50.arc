let g = input |> backdrop(black)
g |> paint_under(g |> take_top(height(g) - 1) |> connect_x |> recolor(maroon))
