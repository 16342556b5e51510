input |> paint_under(input |> objects |> halo(blue))
