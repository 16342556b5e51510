input |> paint(input |> keep(input |> rare_color) |> crop |> fill(green))
