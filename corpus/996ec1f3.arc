let s = input |> separators |> color
input |> map_panels(p => canvas(2, 2, s) |> plot((0, 0), p |> colors |> first)) |> take_top(3) |> take_left(3)
