until_stable(input |> transpose |> paint(input |> erase(black)), g => g |> shift(down_right) |> paint(g |> erase(black)))
