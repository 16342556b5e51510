input |> paint(input |> holes |> map(o => o |> recolor([magenta, orange, cyan] |> nth(height(o) - 1))))
