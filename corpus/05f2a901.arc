let c = input |> objects |> find(is_solid)
let o = input |> remove(c) |> ink |> crop
input |> slide(o, o |> toward(c))
