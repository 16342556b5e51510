input |> tiles(2, 2) |> fold(".", (a, t) => [t |> scale(height(a) / 2 + 1) |> center_on(a), a] |> compose)
