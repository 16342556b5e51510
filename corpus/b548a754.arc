let o = input |> boxes |> first
input |> paint(input |> crop |> solid(o |> color)) |> paint(input |> crop |> shrink |> solid(input |> color_at(plus(o |> corner, down_right))))
