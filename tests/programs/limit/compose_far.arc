# fails: 2:41: a grid of 1001 x 1001 cells is outside 1 x 1 to 120 x 120
[input, input |> move((1000, 1000))] |> compose
