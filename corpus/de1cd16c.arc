canvas(1, 1, input |> regions |> max_by(r => area(r) - size(r)) |> color)
