let r = input |> keep(red)
input |> blank |> paint([r |> extend_y, input |> remove(r) |> ink |> extend_x])
