let h = height(input) - 1
input |> objects |> sort_by(leftmost) |> fold(input |> blank, (g, o) => g |> paint(if color(o) == blue or is_ink(g, (h, leftmost(o) - 1)) then o |> transpose |> move_to((h, o |> leftmost)) else o))
