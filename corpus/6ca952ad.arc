let b = input |> objects4 |> filter(o => size(o) > 3)
input |> remove(b) |> paint(b |> map(o => o |> move((bottom(input) - bottom(o), 0))))
