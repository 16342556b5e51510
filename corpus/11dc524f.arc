let t = input |> keep(red) |> crop
let b = input |> keep(grey) |> crop
input |> blank |> paint(t |> approach(b)) |> paint(t |> approach(b) |> reflect(t |> toward(b)) |> recolor(grey))
