let l = input |> separators
input |> backdrop(black) |> remove(l) |> connect |> paint(l)
