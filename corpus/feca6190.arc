let g = input |> backdrop(black)
let n = width(g) * num_colors(g)
canvas(n, n, black) |> copies(g |> ink |> move_to((n - 1, 0)), up_right)
