input |> split_x(3) |> stack
