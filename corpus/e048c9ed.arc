let x = input |> objects |> first |> leftmost
input |> paint(input |> objects |> filter(is_line) |> map(o => canvas(1, 1, "1496" |> color_at((0, width(o) - 2))) |> move_to((o |> top, x))))
