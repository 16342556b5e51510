input |> paint(input |> layers |> connect_x) |> paint(input |> layers |> connect_y)
