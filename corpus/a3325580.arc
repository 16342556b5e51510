input |> objects |> all_max_by(size) |> sort_by(leftmost) |> map(o => canvas(o |> size, 1, o |> color)) |> join_x
