let f = input |> layers |> crop |> find(l => l == corners(l, l |> color))
let g = input |> cut(f)
let n = g |> replace(f |> color, input |> background) |> objects |> height |> min_of
g |> paint(input |> shapes4 |> find(o => not(o |> inside(f))) |> scale(n) |> fit(g))
