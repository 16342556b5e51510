let p = input |> panels
let l = p |> first |> backdrop(p |> first |> colors |> first)
let m = leftmost(l) + rightmost(l)
let a = width(l) + 1
let b = width(p |> last) + 1
input |> paint(l |> objects |> map(o => [o |> move((0, if leftmost(o) + rightmost(o) > m then b else a)), o |> move((0, if leftmost(o) + rightmost(o) < m then a else b))] |> compose |> solid(o |> color)))
