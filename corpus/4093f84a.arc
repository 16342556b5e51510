let b = input |> objects |> largest
input |> attract(b) |> recolor(b |> color)
