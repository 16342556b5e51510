let m = input |> keep(grey) |> crop
let l = input |> shapes |> max_by(num_colors)
l |> take_top(1) |> cover(m) |> mask(m) |> fill(l |> take_bottom(1) |> color)
