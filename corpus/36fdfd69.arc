let r = clusters(input |> keep(red), 2)
input |> paint(r |> solid(yellow)) |> paint(r)
