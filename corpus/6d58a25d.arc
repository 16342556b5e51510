let o = input |> objects |> largest
let p = input |> objects |> filter(q => share_cols(q, o) and top(q) > top(o)) |> compose
input |> shoot(p, up) |> shoot(p, down)
