input |> paint_under(input |> objects4 |> solid(blue))
