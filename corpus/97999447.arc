input |> pixels |> fold(input, (g, p) => g |> copies(p |> beside("5"), (0, 2)))
