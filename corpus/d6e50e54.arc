let s = input |> objects |> largest
let q = input |> keep(maroon) |> pixels |> filter(p => share_rows(p, s) or share_cols(p, s))
let n = s |> nearest(q) |> approach(s)
input |> paint_alone(s |> recolor(red)) |> paint(q |> approach(s)) |> remove(n) |> paint(n |> move(n |> toward(s)))
