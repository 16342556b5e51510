let m = input |> objects |> find(o => not(o |> is_solid))
let c = input |> objects |> without(m) |> filter(o => area(o) % 2 == 1) |> center
let g = input |> plot(c, m |> color)
if count(c) > 4 then g else g |> remove(m)
