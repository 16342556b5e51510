input |> paint(input |> objects |> filter(o => count(o |> holes) > 0) |> recolor(green))
