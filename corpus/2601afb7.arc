let b = input |> objects |> sort_by(leftmost)
let n = b |> count
input |> remove(b) |> paint(range(n) |> map(i => b |> nth(i + 1 - n) |> recolor(b |> nth(i - 1) |> color) |> move_to((b |> nth(i + 1 - n) |> top, b |> nth(i) |> leftmost))))
