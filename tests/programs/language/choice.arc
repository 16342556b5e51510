# input: 12/21
# expect: 12/21
# input: 12/34
# expect: 21/43
if symmetric(input) then input else input |> flip_x
