let m = input |> center
let c = input |> color_at(m)
input |> blank |> ray(m, input |> part(m, 1, 1) |> toward(input |> keep(c) |> crop), c)
