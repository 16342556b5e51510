let g = input |> backdrop(black)
g |> top_half |> neither(g |> bottom_half) |> recolor(red) |> fill(black)
