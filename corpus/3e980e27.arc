input |> shapes |> filter(o => num_colors(o) > 1) |> fold(input, (g, s) => g |> restore(if s |> has_color(red) then s |> flip_x else s))
