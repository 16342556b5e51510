let k = input |> keep(input |> color_at(input |> crop |> center))
let r = k |> opening(2)
let p = k |> unmask(r)
p |> pixels |> fold(input, (g, o) => g |> beam(o, o |> toward(r |> crop)) |> beam(o, r |> crop |> toward(o))) |> paint([p, p |> extend |> both(r)] |> recolor(input |> color_at(input |> crop |> corner)))
