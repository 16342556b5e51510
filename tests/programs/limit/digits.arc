# fails: 2:19: a number has at most six digits
input |> take_top(1000000)
