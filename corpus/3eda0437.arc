input |> paint(input |> keep(black) |> largest_rectangle |> recolor(magenta))
