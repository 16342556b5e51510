input |> cut(input |> boxes |> max_by(area) |> shrink)
