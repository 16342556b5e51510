input |> keep(red) |> crop |> fill(black)
