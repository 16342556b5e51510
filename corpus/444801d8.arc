input |> paint_under(input |> objects |> filter(o => area(o) > 1) |> map(o => o |> move(o |> open_side) |> solid(input |> cut(o) |> rare_color)))
