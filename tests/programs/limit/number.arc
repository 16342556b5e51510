# fails: 2:26: a number has at most six digits
input |> take_top(999999 + 1)
