repeat(input, input |> height, g => g |> paint([g |> shift(down_right) |> swap(red, grey) |> both(g |> shift(down_left))]))
