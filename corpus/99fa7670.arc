let g = input |> beam(input, right)
g |> shoot(g |> take_right(1), down)
