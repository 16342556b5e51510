# input: 30 x 30 of 1
# fails: 3:47: the step limit of 2,000,000 was reached
range(1000) |> fold(input, (g, n) => input |> tile(4, 4))
