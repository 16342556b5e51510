input |> paint(input |> objects4 |> map(o => o |> recolor([green, red, blue] |> nth(size(o) - 2))))
