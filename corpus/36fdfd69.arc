let r = input |> keep(input |> rare_color) |> clusters(2)
input |> paint(r |> solid(yellow)) |> paint(r)
