let h = if width(input |> keep(grey) |> crop) > 1 then input |> split_x(2) else input |> split_y(2)
h |> max_by(num_colors) |> replace(grey, cyan)
