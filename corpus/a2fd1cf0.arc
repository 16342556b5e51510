let r = input |> points_of(red) |> first
let g = input |> points_of(green) |> first
let p = (row_of(r), col_of(g))
input |> line(r, p, cyan) |> line(p, g, cyan) |> overlay(input)
