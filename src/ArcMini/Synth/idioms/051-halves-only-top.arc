input |> top_half |> only(input |> bottom_half) |> fill(black)
