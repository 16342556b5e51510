input |> layers |> crop |> map(o => o |> box(o |> color)) |> by_depth(input) |> reverse |> map(o => canvas(1, 1, o |> color)) |> join_y
