let c = input |> crop
let k = c |> take_top(height(c) - 1) |> take_left(width(c) - 1)
k |> kron(k) |> overlay(k |> backdrop(k |> color) |> kron(k |> recolor(c |> take_bottom(1) |> color))) |> cover(input)
