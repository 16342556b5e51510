input |> objects |> sort_by(size) |> map(o => canvas(1, 1, o |> color)) |> join_x
