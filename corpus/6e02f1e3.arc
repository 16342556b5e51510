let a = input |> blank |> fill(black) |> paint("5")
[a |> extend_x, a |> extend_diagonal, a |> extend_diagonal |> flip_x] |> nth(count(input |> colors) - 1)
