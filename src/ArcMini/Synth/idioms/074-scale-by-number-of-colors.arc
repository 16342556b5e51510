input |> scale(input |> num_colors)
