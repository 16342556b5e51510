input |> blank |> paint(opening(input, 2))
