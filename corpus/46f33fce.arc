input |> downscale(2) |> scale(4)
