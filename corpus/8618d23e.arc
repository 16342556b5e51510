canvas(height(input) + 1, width(input) + 1, maroon) |> paint([input |> top_half, input |> bottom_half |> move(down_right)])
