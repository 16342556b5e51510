canvas(5, 3, input |> background) |> above(input |> objects |> map(o => canvas(1, 3, o |> color)) |> join_y) |> take_bottom(5)
