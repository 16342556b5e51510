input |> flip_x |> beside(input)
