let r = input |> keep(red)
let n = input |> keep(green)
input |> paint(n |> mask(r |> spread) |> recolor(cyan)) |> remove(r |> mask(n |> spread))
