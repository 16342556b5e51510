let o = input |> keep(green) |> crop
input |> remove(o) |> paint(o |> move(o |> toward(input |> keep(yellow) |> crop)))
