input |> flip_y |> above(input)
