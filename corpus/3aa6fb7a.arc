input |> paint_under(input |> objects |> solid(blue))
