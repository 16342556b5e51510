input |> backdrop(cyan) |> fill_nearest
