input |> paint(input |> spaces |> smallest |> recolor(blue))
