let l = separators(input)
input |> backdrop(black) |> remove(l) |> connect |> paint(l)
