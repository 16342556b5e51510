let n = input |> objects |> count
canvas(n, n, input |> background) |> ray((0, 0), down_right, input |> color)
