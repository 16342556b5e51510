let a = input |> crop
a |> beside(a |> flip_x)
