input |> tile(2, 2) |> paint_alone(input |> ink) |> beam(input, down_right)
