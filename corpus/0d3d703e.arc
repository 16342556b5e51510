input |> swap(blue, grey) |> swap(red, magenta) |> swap(green, yellow) |> swap(cyan, maroon)
