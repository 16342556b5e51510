input |> fill_holes(blue)
