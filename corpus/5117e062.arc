let o = input |> shapes |> find(o => o |> has_color(cyan))
o |> recolor(o |> color) |> fill(black)
