let n = input |> height
input |> ray((n - 2, 1), up_right, red) |> ray((n - 1, 1), right, yellow)
