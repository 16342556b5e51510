let m = input |> layers |> reverse |> map(l => range(9) |> find(n => n * n >= size(l)))
m |> zip_with(input |> inks |> reverse, (n, c) => canvas(m |> max_of, n + 1, orange) |> paint(canvas(n, n, c) |> move((max_of(m) - n, 1)))) |> join_x |> backdrop(orange) |> crop
