let a = input |> objects |> largest
input |> remove(a) |> paint(a |> move(down))
