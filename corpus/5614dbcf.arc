input |> replace(grey, black) |> downscale(3)
