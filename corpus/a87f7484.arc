(if height(input) > width(input) then input |> split_y(input |> num_colors) else input |> split_x(input |> num_colors)) |> odd_by(shape)
