input |> paint(input |> objects |> filter(o => color(o) == red) |> move(right))
