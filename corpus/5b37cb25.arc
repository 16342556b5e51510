let b = input |> color_at(down_right)
let k = input |> shrink |> colors |> without(b) |> first
let n = input |> points_of(b) |> filter(p => near4(input, p, k) == 3)
[up, down, left, right] |> fold(input, (g, d) => g |> stamp(".1./111/.1." |> recolor(input |> color_at(input |> anchor(d))), n |> filter(p => color_at(input, plus(p, d)) == b) |> map(p => plus(p, d))))
