input |> split_x(3) |> map(p => canvas(1, 3, [red, cyan, green, yellow] |> nth(["5555/5555/5555/5555", "5555/5005/5005/5555", "5555/0550/0550/5555", "5555/5555/5005/5005"] |> index_of(p)))) |> join_y
