let o = input |> keep(green) |> crop
let l = input |> keep(red) |> crop
let m = o |> approach(l)
input |> remove(o) |> paint([m, l |> move(times(l |> toward(o), 30)) |> approach(m) |> recolor(cyan)])
