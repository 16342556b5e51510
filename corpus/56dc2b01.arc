let l = input |> objects |> filter(is_line) |> max_by(length)
let o = input |> objects |> find(o => o != l)
let m = o |> approach(l)
input |> remove(o) |> paint([m, l |> move(times(l |> toward(o), 30)) |> approach(m) |> recolor(cyan)])
