range(width(input) / 2) |> map(i => repeat(input |> backdrop(black), i, spread)) |> join_y
