input |> paint(input |> connect |> fill_holes(red) |> keep(red))
