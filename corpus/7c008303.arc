input |> panels |> max_by(num_colors) |> scale(3) |> mask(input |> panels |> largest) |> fill(black)
