let s = input |> shrink
input |> paint(s |> blank) |> paint(s |> pixels |> map(p => [up, down, left, right] |> filter(d => color_at(input, input |> anchor(d)) == color(p) and inside(p |> move(d), s)) |> fold(p, move)))
