let s = input |> points_of(magenta)
input |> replace(magenta, cyan) |> plot(input |> points_of(blue) |> map(p => plus(p, s |> map(q => (col_of(p) - col_of(q), row_of(q) - row_of(p))) |> filter(e => row_of(e) * col_of(e) == 0) |> min_by(e => abs(row_of(e) + col_of(e))))), orange)
