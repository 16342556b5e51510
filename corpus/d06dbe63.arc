input |> points |> fold(input, (g, p) => g |> copies("555/5.." |> move_to(plus(p, (-2, 0))), (-2, 2)) |> copies("..5/555" |> move_to(plus(p, (1, -2))), (2, -2)))
