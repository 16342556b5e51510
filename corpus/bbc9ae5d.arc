range(width(input) / 2) |> map(i => input |> backdrop(input |> color_at((0, 0))) |> shift((0, i))) |> join_y
