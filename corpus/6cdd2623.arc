let k = input |> layers |> filter(l => size(l |> shrink) == 0) |> compose
let t = input |> paint_alone(k |> connect |> shrink)
t |> paint(k |> both(t |> spread))
