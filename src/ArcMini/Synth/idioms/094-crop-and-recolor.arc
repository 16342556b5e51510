input |> crop |> recolor(red)
