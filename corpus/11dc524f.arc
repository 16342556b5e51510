let t = input |> keep(red) |> crop
let b = input |> keep(grey) |> crop
let d = t |> toward(b)
input |> paint_alone([t, t |> reflect(d) |> recolor(grey)] |> move(times(d, t |> distance(b))))
