let p = input |> backdrop(black) |> panels
p |> map(q => canvas(1, 1, q |> backdrop(black) |> color)) |> arrange(p |> leftmost |> distinct |> count)
