let u = input |> take_left(1)
u |> beside(u |> flip_y) |> tile(1, width(input) / 2)
