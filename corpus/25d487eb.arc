input |> shapes |> fold(input, (g, s) => g |> beam(s |> keep(s |> rare_color), s |> keep(s |> rare_color) |> crop |> toward(s)))
