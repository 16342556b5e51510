input |> paint(input |> keep(red) |> halo(blue))
