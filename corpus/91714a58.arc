input |> paint_alone(input |> largest_rectangle)
