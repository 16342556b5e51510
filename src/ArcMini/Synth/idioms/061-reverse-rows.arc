input |> rows |> reverse |> join_y
