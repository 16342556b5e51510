input |> paint_under(input |> objects |> halo(red))
