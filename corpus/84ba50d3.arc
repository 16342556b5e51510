let o = input |> keep(blue) |> objects
let l = input |> keep(red) |> crop |> top
input |> remove(o) |> paint(o |> filter(s => width(s) == 1) |> map(s => canvas(1, 1, cyan) |> move_to((l, s |> leftmost)))) |> paint(o |> map(s => s |> move((s |> rows |> filter(r => size(r) > 1) |> map(r => l - 1 - top(r)) |> concat(height(input) - 1 - bottom(s)) |> min_of, 0))))
