let n = height(input |> keep(grey) |> crop) - height(input |> keep(cyan) |> crop) - 1
canvas(3, 3, black) |> plot([(0, 0), right, (0, 2), (1, 2), down_right, down] |> take(n), cyan)
