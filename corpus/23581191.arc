let a = input |> extend_x
let b = input |> extend_y
a |> paint([b |> ink, a |> both(b) |> recolor(red), input |> ink])
