input |> shapes |> filter(o => num_colors(o) > 1) |> fold(input, (g, s) => restore(g, if s |> has_color(red) then s |> flip_x else s))
