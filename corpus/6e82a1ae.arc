input |> paint(input |> objects |> map(o => o |> recolor([green, red, blue] |> nth(size(o) - 2))))
