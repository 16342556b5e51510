input |> connect_x |> paint(input |> connect_y |> ink)
