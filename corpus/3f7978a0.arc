let o = input |> keep(grey) |> crop
input |> part(plus(o |> corner, up), height(o) + 2, o |> width)
