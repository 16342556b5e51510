repeat(input |> transpose |> paint(input |> erase(black)), 99, g => g |> shift(down_right) |> paint(g |> erase(black)))
