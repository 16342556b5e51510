input |> blank |> paint(input |> objects |> largest |> recolor(input |> rare_color))
