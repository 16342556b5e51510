let r = input |> regions |> filter(is_solid)
input |> paint(r |> solid(red) |> border(yellow)) |> paint(r |> corners(blue))
