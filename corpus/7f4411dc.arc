input |> blank |> paint(input |> opening(2))
