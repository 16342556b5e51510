input |> erase(grey) |> downscale(3) |> fill(black)
