let b = input |> background
input |> paint(input |> panels |> zip_with([b, red, b, yellow, magenta, green, b, blue, b], (p, c) => p |> solid(c)))
