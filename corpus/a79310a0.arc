input |> shift(down) |> recolor(red)
