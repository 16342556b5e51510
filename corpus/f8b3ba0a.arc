input |> inks |> drop(1) |> map(c => canvas(1, 1, c)) |> join_y
