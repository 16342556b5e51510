input |> connect_x
