input |> remap([blue, red, green, yellow, grey, magenta, cyan, maroon], [grey, magenta, yellow, green, blue, red, maroon, cyan])
