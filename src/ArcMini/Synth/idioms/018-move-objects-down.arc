input |> blank |> paint(input |> objects |> move(down))
