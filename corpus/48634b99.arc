let m = input |> keep(maroon) |> crop
let o = input |> replace(maroon, cyan) |> objects4
let s = o |> find(q => m |> inside(q))
let t = o |> filter(q => height(q) > height(s)) |> min_by(height)
input |> replace(maroon, cyan) |> paint((if top(m) == top(s) then t |> top_half else t |> bottom_half) |> recolor(maroon))
