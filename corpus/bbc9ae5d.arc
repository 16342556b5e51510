range(width(input) / 2) |> map(i => repeat(input |> backdrop(input |> take_right(1) |> colors |> first), i, spread)) |> join_y
