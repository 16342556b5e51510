# input: 11/22
# expect: 11/22
# input: 12/34
# expect: 21/43
if symmetric_x(input) then input else input |> flip_x
