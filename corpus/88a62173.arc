input |> split_x(2) |> split_y(2) |> flatten |> odd_by(g => g)
