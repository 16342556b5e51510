let h = input |> paint_under(input |> shift(right) |> agree(input |> shift(left)))
let b = h |> remove(h |> objects4 |> filter(o => width(o) > 1))
let n = height(input) / 2
let m = width(input) / 2
h |> paint_under(b |> shift(up) |> agree(b |> shift(down))) |> map_rows(r => r |> stretch(if top(r) % 2 == 0 then 2 else 24 / n - 2, 1)) |> cols |> map(c => c |> stretch(1, if leftmost(c) % 2 == 0 then 2 else 24 / m - 2)) |> join_x
