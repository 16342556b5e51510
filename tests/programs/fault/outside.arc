# input: 12/34
# fails: 3:10: a part of 2 x 2 at (1, 1) is not inside a grid of 2 x 2
input |> part((1, 1), 2, 2)
