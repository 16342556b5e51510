input |> connect
