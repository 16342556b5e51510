let t = input |> crop |> take_top(1) |> crop
input |> ray(plus(t |> anchor(up_left), up_left), up_left, input |> rare_color) |> ray(plus(t |> anchor(up_right), up_right), up_right, input |> rare_color)
