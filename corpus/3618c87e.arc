let k = input |> keep(input |> rare_color)
input |> remove(k) |> paint(k |> move(times(k |> crop |> toward(input |> keep(input |> color) |> crop), 2)))
