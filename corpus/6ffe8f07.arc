[up, down, left, right] |> fold(input |> replace(red, black), (g, d) => g |> shoot(input |> keep(cyan) |> recolor(yellow), d)) |> paint_under(input)
