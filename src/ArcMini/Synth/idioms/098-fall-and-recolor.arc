input |> gravity(down) |> recolor(red)
