input |> rows |> sort_by(size) |> join_y
