let s = input |> halves |> stack
[s |> take_top(3), s |> take_bottom(3)] |> stack
