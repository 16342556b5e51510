let p = input |> panels
p |> map(q => canvas(1, 1, q |> colors |> first)) |> arrange(p |> leftmost |> distinct |> count) |> flip_x
