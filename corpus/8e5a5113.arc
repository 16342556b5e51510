let p = input |> take_left(3)
input |> paint([p |> rot90 |> move((0, 4)), p |> rot180 |> move((0, 8))])
