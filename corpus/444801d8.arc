input |> paint_under(input |> objects |> filter(o => area(o) > 1) |> map(o => o |> move(o |> toward(o |> box(red) |> unmask(o) |> crop)) |> solid(input |> cut(o) |> rare_color)))
