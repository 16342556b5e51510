input |> tiles(3, 3) |> odd_by(shape)
