input |> paint(input |> keep(grey) |> crop |> shrink |> box(input |> color))
