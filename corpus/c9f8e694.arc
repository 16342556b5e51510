input |> map_rows(r => r |> replace(grey, r |> take_left(1) |> colors |> first))
