let b = input |> crop
input |> ripple(b, height(b) / 2, input |> color)
