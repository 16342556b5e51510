input |> paint_under(input |> keep(red) |> halo(blue))
