input |> backdrop(cyan) |> connect |> fill_nearest
