let c = input |> objects |> find(is_solid)
let o = input |> remove(c) |> ink |> crop
input |> remove(o) |> paint(o |> approach(c))
