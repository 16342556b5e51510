# input: 30 x 30 of 1
# limit: limit
range(1000) |> fold(input, (g, n) => input |> tile(4, 4))
