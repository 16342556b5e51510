input |> swap(input |> color, input |> rare_color)
