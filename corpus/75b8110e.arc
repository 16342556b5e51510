let t = input |> split_y(2) |> map(h => h |> split_x(2)) |> flatten
t |> drop(1) |> concat(t |> take(1)) |> stack
