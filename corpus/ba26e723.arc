input |> paint(input |> backdrop(black) |> recolor(magenta) |> mask("1.." |> cover(input)))
