input |> connect |> paint(input)
