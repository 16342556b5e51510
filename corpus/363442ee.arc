input |> stamp(input |> part((0, 0), 3, 3), input |> points_of(blue))
