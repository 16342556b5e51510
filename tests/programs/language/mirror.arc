# input: 12/34
# expect: 21/43
# input: 123
# expect: 321
input |> flip_x
