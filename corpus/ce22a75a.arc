input |> spread8 |> recolor(blue)
