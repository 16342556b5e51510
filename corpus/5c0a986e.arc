input |> ray(input |> keep(blue) |> crop |> anchor(up_left), up_left, blue) |> ray(input |> keep(red) |> crop |> anchor(down_right), down_right, red)
