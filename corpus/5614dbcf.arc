input |> downscale(3)
