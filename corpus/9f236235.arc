input |> map_panels(p => canvas(1, 1, p |> colors |> first)) |> flip_x
