[input |> left_half, input |> right_half |> flip_x] |> stack
