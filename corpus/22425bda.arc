input |> layers |> reverse |> map(o => o |> line(o |> points |> first, o |> points |> last, o |> color)) |> by_depth(input) |> reverse |> map(o => canvas(1, 1, o |> color)) |> join_x
