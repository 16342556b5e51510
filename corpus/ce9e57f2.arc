input |> turned(g => g |> objects |> all(o => bottom(o) == height(g) - 1), g => g |> paint(g |> objects |> filter(o => height(o) > 1) |> bottom_half |> recolor(cyan)))
