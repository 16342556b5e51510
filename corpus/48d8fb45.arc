let s = input |> shapes |> max_by(num_colors)
s |> keep(s |> color) |> crop |> fill(input |> background)
