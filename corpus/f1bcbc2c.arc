let c = input |> replace(maroon, black) |> spaces |> find(s => size(s |> opening(2)) == 0)
let m = input |> paint(c |> recolor(cyan))
if input |> points_of(maroon) |> all(p => color_at(m, plus(p, up)) == color_at(m, plus(p, down))) then m else input |> paint(m |> paint(input |> keep(maroon)) |> keep(cyan) |> objects4 |> first)
