let l = input |> keep(red) |> objects
let k = input |> keep(cyan)
input |> paint(k |> pixels |> map(p => p |> between(l |> first) |> recolor(cyan))) |> paint(k |> recolor(yellow)) |> paint_under(k |> move((top(l |> last) - top(l |> first), 0)) |> extend_x)
