let u = input |> take_left(1)
u |> beside(u |> flip_y) |> cover(input)
