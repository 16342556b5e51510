let s = input |> replace(black, input |> background) |> shapes4 |> filter(o => has_color(o, green) and has_color(o, grey))
let t = input |> paint_alone(s)
let u = input |> blank |> paint_where(green, p => is_ink(t, p) and near4(input, p, black) == 2)
input |> remove(s) |> paint(u |> ink) |> paint_where(grey, p => is_ink(t, p) and near4(u, p, green) == 1)
