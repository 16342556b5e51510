let p = input |> objects |> corner
let d = minus(p |> last, p |> first)
let s = if height(input) > width(input) then (row_of(d) * 2, 0) else (0, abs(col_of(d)) * 2)
let l = if height(input) > width(input) then input |> extend_x else input |> extend_y
input |> copies(l |> ink, s)
