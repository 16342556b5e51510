let n = input |> objects |> count
canvas(n, n, black) |> ray((0, 0), down_right, cyan)
