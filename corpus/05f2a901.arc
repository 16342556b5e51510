let c = input |> objects |> find(o => is_square(o) and is_solid(o))
let o = input |> remove(c) |> crop
input |> remove(o) |> paint(o |> slide(input, o |> toward(c)))
