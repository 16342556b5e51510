let s = input |> spaces |> sort_by(leftmost)
input |> paint(range((count(s) + 2) / 3) |> map(i => s |> nth(i * 3) |> recolor(yellow)))
