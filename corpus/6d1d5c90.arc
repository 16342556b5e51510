input |> take_right(6) |> roll(input |> points_of(red) |> first)
