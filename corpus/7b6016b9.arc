input |> fill_holes(red) |> fill(green)
