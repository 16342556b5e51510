let r = input |> pixels |> sort_by(leftmost) |> concat(range(9) |> map(i => canvas(1, 1, input |> background))) |> take(9) |> arrange(3)
r |> paint(r |> flip_x |> rows |> nth(1))
