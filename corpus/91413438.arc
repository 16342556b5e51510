let n = input |> count_color(black)
canvas(n, n, black) |> paint_where(blue, p => row_of(p) * n + col_of(p) < area(input) - n) |> kron(input)
