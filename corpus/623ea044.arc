input |> beam(input, up_left) |> beam(input, up_right) |> beam(input, down_left) |> beam(input, down_right)
