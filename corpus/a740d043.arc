input |> crop |> fill(black)
