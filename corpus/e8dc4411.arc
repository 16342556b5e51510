let o = input |> objects |> largest
let g = input |> remove(o) |> crop
let d = range(o |> length) |> map(n => times(canvas(1, 1, black) |> center_on(o) |> toward(g), n + 1)) |> find(d => size([o, o |> move(d)] |> compose) == 2 * size(o))
input |> copies(o |> recolor(g |> color) |> move(d), d)
