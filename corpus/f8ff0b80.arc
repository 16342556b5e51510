input |> objects |> sort_by(size) |> reverse |> map(o => canvas(1, 1, o |> color)) |> join_y
