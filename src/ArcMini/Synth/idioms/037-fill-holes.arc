input |> paint(input |> holes |> solid(red))
