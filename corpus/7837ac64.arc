let l = input |> dedupe |> shrink |> subsample(2)
let k = l |> erase(l |> colors |> first) |> crop
let a = k |> take_top(3)
let b = k |> take_bottom(3)
a |> take_left(3) |> agree(a |> take_right(3)) |> agree(b |> take_left(3) |> agree(b |> take_right(3))) |> fill(black)
