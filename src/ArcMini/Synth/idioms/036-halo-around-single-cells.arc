input |> paint_under(input |> objects |> filter(o => size(o) == 1) |> halo(red))
