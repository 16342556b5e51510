let k = input |> layers |> find(l => size(l |> shrink) == 0)
let t = input |> paint_alone(k |> connect |> shrink)
t |> paint(k |> both(t |> spread))
