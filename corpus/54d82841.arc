input |> paint(input |> objects |> map(o => canvas(1, 1, yellow) |> move_to((height(input) - 1, col_of(o |> anchor(down))))))
