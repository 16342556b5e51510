let i = input |> part((2, 1), 7, 8)
input |> paint(i |> blank |> paint(i |> layers |> first |> crop |> box(i |> color)) |> frame(i |> color))
