input |> paint(input |> panels |> map(p => p |> solid(p |> color))) |> remap([blue, red, green, yellow], [magenta, orange, cyan, maroon])
