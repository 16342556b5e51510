input |> paint(input |> separators |> recolor(red))
