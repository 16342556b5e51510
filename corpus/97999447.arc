input |> pixels |> fold(input, (g, p) => g |> copies(p, (0, 2)) |> copies(p |> recolor(grey) |> move(right), (0, 2)))
