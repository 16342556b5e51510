input |> beam(input |> keep(red), down) |> beam(input |> keep(blue), right)
