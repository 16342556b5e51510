input |> paint_under(input |> crop |> orientations)
