input |> objects4 |> fold(input, (g, o) => if color(o) == blue then g |> ray(o |> anchor(up_left), up_left, blue) else g |> ray(o |> anchor(down_right), down_right, red))
