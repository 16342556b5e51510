let g = input |> tile(2, 2)
g |> stamp("8.8/.../8.8", g |> points) |> paint(g |> ink)
