let i = input |> part((2, 1), 7, 8)
input |> paint(i |> blank |> paint(i |> keep(i |> color) |> crop |> box(i |> color)) |> frame(i |> color))
