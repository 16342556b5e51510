let g = input |> erase(black)
canvas(1, g |> size, g |> color)
