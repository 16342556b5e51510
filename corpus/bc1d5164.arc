let s = [input |> take_left(3), input |> take_right(3)] |> stack
[s |> take_top(3), s |> take_bottom(3)] |> stack
