let b = input |> objects |> largest
attract(input, b) |> recolor(b |> color)
