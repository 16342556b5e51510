input |> paint_alone(input |> opening(2))
