let t = input |> backdrop(black) |> tiles(height(input) / 2, width(input) / 2)
t |> drop(1) |> concat(t |> take(1)) |> stack
