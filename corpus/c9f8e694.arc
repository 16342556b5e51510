input |> rows |> map(r => r |> replace(grey, r |> take_left(1) |> colors |> first)) |> join_y
