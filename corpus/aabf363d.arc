input |> paint_alone(input |> objects |> largest |> recolor(input |> rare_color))
