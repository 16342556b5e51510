input |> paint(input |> objects4 |> filter(o => count(o |> holes) > 0) |> recolor(green))
