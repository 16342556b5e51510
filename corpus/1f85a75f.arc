input |> objects |> largest |> fill(input |> background)
