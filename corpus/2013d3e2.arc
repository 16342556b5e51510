input |> crop |> top_half |> left_half
