input |> copies(input |> crop, times(up, input |> crop |> height))
