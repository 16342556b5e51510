let d = "00000200000/00002020000/00020002000/00200000200/02000000020/20000000002/02000000020/00200000200/00020002000/00002020000/00000200000"
let g = input |> unmask(d) |> fill(black)
let s = g |> shoot(g |> take_top(1), down) |> shoot(g |> take_bottom(1), up) |> shoot(g |> take_left(1), right) |> shoot(g |> take_right(1), left)
input |> paint(s |> ink |> mask(d |> fill_holes(blue) |> keep(blue)))
