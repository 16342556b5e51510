let g = input |> layers |> last
let w = input |> remove(g) |> objects
input |> remove(g) |> paint(g |> pixels |> map(o => o |> move(times(o |> toward(w |> min_by(distance(o))), 2 * distance(o, w |> min_by(distance(o))) + 4))))
