let s = input |> erase(black) |> erase(blue)
input |> paint([s |> agree(s |> shift((0, 6))) |> move((0, -3)), s |> agree(s |> shift((6, 0))) |> move((-3, 0))])
