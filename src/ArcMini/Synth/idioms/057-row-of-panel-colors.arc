input |> panels |> map(p => canvas(1, 1, p |> color)) |> join_x
