input |> paint_under(input |> objects |> map(o => o |> move(up) |> solid(input |> cut(o) |> rare_color)))
