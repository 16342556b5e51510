# fails: 2:15: a point lies within 1000 rows and columns
input |> move((0, 1001))
