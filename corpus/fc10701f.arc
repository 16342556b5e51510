let b = input |> keep(orange) |> crop |> between(input |> keep(maroon) |> crop)
input |> replace(orange, magenta) |> replace(maroon, orange) |> paint(input |> connect |> cut(b) |> keep(black) |> recolor(red))
