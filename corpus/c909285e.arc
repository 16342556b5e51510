input |> cut(input |> boxes |> min_by(b => input |> count_color(b |> color)))
