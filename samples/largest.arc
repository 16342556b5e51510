input |> objects |> largest |> fill(black)
