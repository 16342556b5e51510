let o = input |> keep(input |> rare_color)
input |> beam(o, o |> crop |> toward(input |> crop))
