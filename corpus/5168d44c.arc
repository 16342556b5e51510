let b = input |> objects |> largest
let g = input |> remove(b)
g |> paint(b |> move(minus(g |> objects |> nth(1) |> corner, g |> objects |> first |> corner)))
