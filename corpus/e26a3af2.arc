[input |> rows |> map(r => r |> solid(r |> colors |> first)) |> join_y, input |> cols |> map(r => r |> solid(r |> colors |> first)) |> join_x] |> max_by(g => g |> colors |> count)
