input |> tile(2, 2) |> blank |> paint(input |> ink) |> beam(input, down_right)
