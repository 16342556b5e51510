let b = input |> objects |> largest
let g = input |> remove(b)
g |> paint(b |> move(minus(g |> points |> nth(1), g |> points |> first)))
