let o = input |> shapes |> max_by(num_colors)
o |> recolor(o |> color) |> fill(input |> background)
