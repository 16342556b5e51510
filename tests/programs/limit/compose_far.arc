# limit: cells is outside 1 x 1 to 120 x 120
[input, input |> move((1000, 1000))] |> compose
