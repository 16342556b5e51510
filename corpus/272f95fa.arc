input |> paint(input |> panels |> zip_with([black, red, black, yellow, magenta, green, black, blue, black], (p, c) => p |> solid(c)))
