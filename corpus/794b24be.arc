canvas(3, 3, input |> background) |> plot([(0, 0), right, (0, 2), down_right] |> take(input |> count_color(blue)), red)
