let n = (width(input) + 1) / 10
input |> paint(range((height(input) + 1) / 10 * n) |> map(i => input |> part((i / n * 10, i % n * 10), 9, 9)) |> map(b => if color_at(b, plus(b |> corner, (0, 4))) == yellow then b |> flip_x else if color_at(b, plus(b |> corner, (4, 0))) == yellow then b |> flip_y else b |> recolor(b |> rare_color)))
