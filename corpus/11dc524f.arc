let t = input |> keep(red) |> crop
let b = input |> keep(grey) |> crop
let a = t |> move_to(t |> solid(red) |> approach(b) |> corner)
input |> paint_alone([a, a |> reflect(t |> toward(b)) |> recolor(grey)])
