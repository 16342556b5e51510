input |> layers |> crop |> sort_by(top) |> sort_by(area) |> sort_by(l => size(l) - length(l)) |> map(l => canvas(1, 1, l |> color)) |> join_x
