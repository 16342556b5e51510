# fails: 2:1: a range has 0 to 1000 numbers
range(1001) |> fold(input, (g, n) => g)
