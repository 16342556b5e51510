input |> split_x(2) |> max_by(num_colors)
