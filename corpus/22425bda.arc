input |> layers |> reverse |> connect |> connect_diagonal |> by_depth(input) |> reverse |> map(o => canvas(1, 1, o |> color)) |> join_x
