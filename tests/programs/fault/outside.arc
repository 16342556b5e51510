# input: 12/34
# fails: 3:10: no part of 2 x 2 at (2, 1) is inside the grid
input |> part((2, 1), 2, 2)
