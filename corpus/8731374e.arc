let r = input |> cut(input |> keep(input |> background) |> opening(3) |> crop)
r |> extend_x |> paint(r |> extend_y |> ink)
