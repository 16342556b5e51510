input |> shapes |> fold(input, (g, s) => g |> beam(s |> keep(s |> rare_color), s |> open_side))
