# fails: 2:10: a grid of 121 x 121 cells is outside 1 x 1 to 120 x 120
input |> stretch(999999, 999999)
