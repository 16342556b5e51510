input |> paint([1, 3, 4, 5, 7] |> zip_with([red, yellow, magenta, green, blue], (i, c) => input |> panels |> nth(i) |> solid(c)))
