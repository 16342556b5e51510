let g = input |> layers |> last
let w = input |> remove(g) |> objects
input |> remove(g) |> paint(g |> pixels |> map(o => o |> move(times(o |> toward(o |> nearest(w)), 2 * distance(o, o |> nearest(w)) + 4))))
