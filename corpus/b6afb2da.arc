let r = input |> regions |> filter(is_solid)
input |> paint(r |> solid(red)) |> paint(r |> box(yellow)) |> paint(r |> corners(blue))
