let o = input |> objects |> largest
let g = input |> remove(o)
let d = [up_left, up_right, down_left, down_right] |> map(d => range(o |> height) |> map(n => times(d, n + 1))) |> flatten |> find(d => is_ink(o |> move(d), g |> points |> first) and size([o, o |> move(d)] |> compose) == 2 * size(o))
input |> copies(o |> recolor(g |> color) |> move(d), d)
