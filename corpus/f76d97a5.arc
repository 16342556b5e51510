input |> keep(grey) |> recolor(input |> erase(grey) |> color) |> fill(black)
