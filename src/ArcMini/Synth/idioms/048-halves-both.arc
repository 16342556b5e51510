input |> left_half |> both(input |> right_half) |> recolor(red) |> fill(black)
