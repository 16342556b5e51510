let o = input |> crop |> ink
input |> paint_under(o |> rot180 |> recolor(red) |> move((0, width(o) - height(o))))
