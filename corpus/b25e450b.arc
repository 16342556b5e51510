let h = input |> keep(black) |> objects |> filter(s => leftmost(s) * (rightmost(s) - width(input) + 1) == 0)
let v = input |> remove(h) |> keep(black) |> objects
let x = input |> blank |> paint(h)
let y = input |> blank |> paint(v)
input |> paint([x |> extend_x |> ink |> recolor(orange), y |> extend_y |> ink |> recolor(orange), x |> flip_x |> ink, y |> flip_y |> ink])
