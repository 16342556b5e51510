let s = input |> shapes
let m = s |> max_by(num_colors)
let k = s |> without(m) |> color |> without(grey)
m |> tiles(1, 1) |> map(t => input |> keep(grey) |> crop |> split_x(k |> count) |> nth(k |> index_of(t |> color)) |> keep(grey) |> recolor(t |> color) |> fill(black)) |> arrange(m |> width)
