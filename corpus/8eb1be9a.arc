let o = input |> crop
input |> copies(o, (o |> height, 0)) |> copies(o, (0 - height(o), 0))
