input |> left_half |> exclusive(input |> right_half) |> recolor(red) |> fill(black)
