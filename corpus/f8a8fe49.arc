let g = input |> layers |> last
let w = input |> remove(g) |> objects
input |> remove(g) |> paint(g |> objects |> map(o => o |> reflect(o |> toward(o |> nearest(w))) |> move(times(o |> toward(o |> nearest(w)), 2 * distance(o, o |> nearest(w)) + 3))))
