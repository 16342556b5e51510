input |> objects |> sort_by(leftmost) |> map(o => canvas(1, o |> size, o |> color)) |> join_y
