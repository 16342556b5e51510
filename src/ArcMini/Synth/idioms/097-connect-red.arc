input |> keep(red) |> connect |> paint(input)
