let o = input |> ink |> erase(yellow) |> crop
input |> remove(o) |> paint(o |> move(o |> toward(input |> keep(yellow) |> crop)))
