let k = input |> layers |> filter(l => size(l |> shrink) == 0) |> compose
let t = input |> blank |> paint(k |> connect |> shrink)
t |> paint(k |> both(t |> spread))
