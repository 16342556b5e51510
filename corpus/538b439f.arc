let l = input |> objects |> max_by(length)
let u = input |> objects |> without(l) |> filter(o => is_solid(o) and area(o) > 3) |> map(r => [r, r |> between(l) |> recolor(l |> color)] |> compose)
input |> paint(u) |> paint(u |> map(o => o |> reflect(o |> toward(l)) |> move(o |> toward(l))))
