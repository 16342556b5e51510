let g = input |> shoot(input |> take_bottom(1), up)
input |> keep(grey) |> pixels |> filter(p => color_at(g, plus(p |> corner, down)) == red) |> map(p => p |> move(down_right) |> recolor(red)) |> fold(g, (h, s) => h |> paint(s) |> shoot(s, up))
