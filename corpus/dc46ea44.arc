let t = input |> keep(magenta) |> crop
let o = input |> ink |> erase(magenta) |> erase(yellow) |> crop
input |> paint_alone([input |> keep(yellow), t |> move((-6, 0)), o |> move(minus(plus(t |> corner, (-4, 0)), o |> anchor(down_right)))])
