let b = input |> boxes |> max_by(o => size(input |> cut(o)) - size(o))
input |> cut(b) |> recolor(input |> rare_color)
