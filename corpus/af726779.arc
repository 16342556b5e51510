repeat(input, input |> height, g => g |> paint([g |> shift((2, 1)) |> both(g |> shift((2, -1))) |> only(g |> shift((2, 0))) |> swap(magenta, orange)]))
