let n = input |> rare_color
input |> replace(n, input |> background) |> paint_where(input |> color, p => color_at(input, p) == n and near4(input, p, input |> color) > 1)
