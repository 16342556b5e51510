input |> replace(red, blue) |> replace(green, red)
