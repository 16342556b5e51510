let g = input |> tile(2, 2)
g |> paint_under(g |> points |> map(p => "8.8/.../8.8" |> move_to(plus(p, up_left))))
