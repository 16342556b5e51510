input |> blank |> paint(input |> largest_rectangle)
