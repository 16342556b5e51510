input |> above(input |> flip_y)
