let k = input |> keep(input |> rare_color)
input |> blank |> paint(k |> connect |> shrink) |> paint(k)
