input |> shapes |> filter(o => num_colors(o) > 1) |> fold(input, restore)
