input |> cols |> sort_by(size) |> join_x
