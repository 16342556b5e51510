let g = input |> backdrop(black)
g |> left_half |> either(g |> right_half) |> recolor(magenta) |> fill(black)
