[input |> map_rows(r => r |> solid(r |> colors |> first)), input |> transpose |> map_rows(r => r |> solid(r |> colors |> first)) |> transpose] |> max_by(g => g |> colors |> count)
