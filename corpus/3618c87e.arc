let k = input |> keep(input |> rare_color)
input |> remove(k) |> paint(k |> gravity(k |> crop |> toward(input |> keep(input |> color) |> crop)))
