let t = input |> tiles(height(input) / 2, width(input) / 2)
t |> drop(1) |> concat(t |> take(1)) |> stack
