input |> gravity(right) |> rows |> sort_by(size) |> join_y
