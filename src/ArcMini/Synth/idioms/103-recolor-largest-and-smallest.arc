let a = input |> objects
input |> paint(a |> largest |> recolor(red)) |> paint(a |> smallest |> recolor(blue))
