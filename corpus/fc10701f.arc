input |> replace(orange, magenta) |> replace(maroon, orange) |> paint(input |> connect |> cut(input |> keep(orange) |> crop |> between(input |> keep(maroon) |> crop)) |> recolor(red))
