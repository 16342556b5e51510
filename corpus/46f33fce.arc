input |> roll(up_left) |> subsample(2) |> scale(4)
