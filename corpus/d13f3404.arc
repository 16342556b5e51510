canvas(6, 6, black) |> paint(input) |> beam(input, down_right)
