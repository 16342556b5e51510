let l = input |> separators |> crop
input |> remove(l) |> pixels |> fold(input, (g, p) => g |> shoot(p, times(p |> toward(l), if color(p) == red then 1 else -1)))
