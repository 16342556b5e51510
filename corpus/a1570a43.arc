let o = input |> keep(red) |> crop
input |> remove(o) |> paint(o |> move_to(plus(input |> keep(green) |> crop |> corner, down_right)))
