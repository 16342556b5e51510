input |> fill_holes(yellow)
