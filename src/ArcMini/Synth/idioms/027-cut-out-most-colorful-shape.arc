input |> cut(input |> shapes |> max_by(num_colors))
