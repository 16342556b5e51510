input |> connect_x |> connect_y
