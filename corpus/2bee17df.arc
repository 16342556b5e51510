input |> paint(input |> shrink |> separators |> recolor(green))
