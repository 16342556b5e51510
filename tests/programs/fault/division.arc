# fails: 2:21: division by zero
input |> take_top(1 / (1 - 1))
