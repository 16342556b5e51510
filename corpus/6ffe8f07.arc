let o = input |> keep(cyan) |> crop |> recolor(yellow)
[up, down, left, right] |> fold(input |> replace(red, black), (g, d) => g |> shoot(o, d)) |> paint_under(input)
