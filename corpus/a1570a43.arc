let f = input |> layers |> crop |> find(l => l == corners(l, l |> color))
input |> paint_alone([input |> remove(f) |> crop |> move_to(plus(f |> corner, down_right)), f])
