# input: 12/34
# expect: 49/99
input |> part((1, 1), 2, 2) |> fill(maroon)
