let g = tile(input, 2, 2)
g |> stamp("8.8/.../8.8", points(g)) |> paint(ink(g))
