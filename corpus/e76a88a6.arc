let k = input |> keep(grey)
let s = input |> remove(k) |> crop
input |> paint(k |> objects |> map(o => s |> move_to(o |> corner)))
