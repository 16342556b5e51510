let g = input |> layers |> last
let b = input |> remove(g) |> crop
input |> remove(g) |> paint(g |> objects |> map(o => o |> reflect(o |> toward(b)) |> move(times(o |> toward(b), 2 * distance(o, b) + 1))))
