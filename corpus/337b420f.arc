input |> panels |> map(q => q |> paint_alone(q |> objects4 |> largest)) |> fold(".", (g, q) => [q, q |> shift(left), q |> shift(right)] |> overlay(g) |> largest)
