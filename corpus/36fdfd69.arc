let r = input |> keep(red) |> clusters(2)
input |> paint(r |> solid(yellow)) |> paint(r)
