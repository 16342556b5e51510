input |> paint(input |> holes |> filter(o => size(o) > 1) |> recolor(red))
