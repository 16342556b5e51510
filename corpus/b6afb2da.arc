let r = input |> erase(black) |> objects4
input |> paint(r |> solid(red)) |> paint(r |> box(yellow)) |> paint(r |> corners(blue))
