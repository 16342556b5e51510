input |> paint(input |> layers |> crop |> max_by(area) |> shrink |> box(input |> color))
