let p = input |> backdrop(black) |> panels
input |> paint([p |> first |> solid(blue), p |> nth(count(p) / 2) |> solid(red), p |> last |> solid(green)])
