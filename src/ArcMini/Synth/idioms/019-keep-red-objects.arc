input |> blank |> paint(input |> objects |> filter(o => color(o) == red))
