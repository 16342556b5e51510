let r = input |> cut(opening(input |> keep(input |> background), 3) |> crop)
r |> extend_x |> paint(r |> extend_y |> ink)
