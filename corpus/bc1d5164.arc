let s = [input |> left_half, input |> right_half] |> stack
let n = (height(input) + 1) / 2
[s |> take_top(n), s |> take_bottom(n)] |> stack
