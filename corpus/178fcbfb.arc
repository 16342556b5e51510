let k = input |> keep(red)
input |> remove(k) |> extend_x |> paint_under(k |> extend_y)
