input |> recolor(grey)
