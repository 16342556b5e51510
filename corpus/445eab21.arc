canvas(2, 2, input |> objects |> max_by(area) |> color)
