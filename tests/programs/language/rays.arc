# Of several rays on one line, the nearest ink behind a cell wins.
# input: 010200
# expect: 112200/011222
[input |> shoot(input, left), input |> beam(input, right)] |> join_y
