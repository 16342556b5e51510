let m = input |> keep(grey) |> crop
let l = input |> replace(grey, black) |> crop
l |> take_top(1) |> stretch(m |> height, 1) |> mask(m) |> fill(l |> take_bottom(1) |> color)
