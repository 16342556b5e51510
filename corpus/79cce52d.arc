input |> part(down_right, 6, 6) |> roll(minus(plus(input |> take_left(1) |> points_of(red) |> first, input |> take_top(1) |> points_of(red) |> first), down_right))
