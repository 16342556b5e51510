let c = input |> layers |> crop |> max_by(area)
input |> cut(c |> shrink) |> recolor(c |> color)
