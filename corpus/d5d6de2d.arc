input |> paint_alone(input |> holes |> recolor(green))
