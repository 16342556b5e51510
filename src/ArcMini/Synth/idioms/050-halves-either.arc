input |> top_half |> either(input |> bottom_half) |> recolor(red) |> fill(black)
