let a = input |> keep(red) |> extend_x
let b = input |> keep(cyan) |> extend_y
input |> paint([a, b, a |> both(b) |> recolor(yellow)])
