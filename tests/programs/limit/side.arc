# input: 30 x 30 of 1
# fails: 3:10: a grid of 150 x 30 cells is outside 1 x 1 to 120 x 120
input |> tile(5, 1)
