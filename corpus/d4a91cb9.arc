let p = input |> points_of(cyan) |> first
let q = input |> points_of(red) |> first
let k = (row_of(q), col_of(p))
input |> line(p, k, yellow) |> line(k, q, yellow) |> paint(input |> ink)
