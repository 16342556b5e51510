input |> cut(boxes(input) |> max_by(area) |> shrink)
