input |> take_top(3) |> take_right(3)
