input |> rows |> filter(r => size(r) > 0) |> join_y
