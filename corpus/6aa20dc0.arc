input |> shapes |> max_by(num_colors) |> orientations |> map(o => range(4) |> map(n => o |> scale(n + 1))) |> flatten |> fold(input, restore)
