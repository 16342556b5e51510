let s = input |> shapes
let r = s |> map(o => o |> keep(red) |> objects |> max_by(q => q |> distance(o |> keep(grey) |> crop)))
input |> remove(r) |> plot(s |> zip_with(r, (o, q) => range(q |> size) |> map(i => plus(o |> points_of(black) |> first, times(if height(o) > 1 then (0, col_of(o |> toward(input))) else (row_of(o |> toward(input)), 0), i + 1)))) |> flatten, red)
