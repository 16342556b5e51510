input |> turned(g => g |> take_top(1) |> is_solid, g => g |> part((2, 3), 25, 25) |> subsample(4) |> gravity(right) |> take_right(6))
