input |> crop |> replace(blue, black)
