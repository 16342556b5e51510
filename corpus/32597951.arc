input |> paint(input |> layers |> crop |> min_by(area) |> fill(green))
