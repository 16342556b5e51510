let a = input |> color_at((0, 0))
let c = input |> colors |> without(a) |> first
let h = input |> keep(a) |> objects4 |> map(s => if width(s) > height(s) then s else s |> transpose)
let t = h |> map(s => canvas(10, width(s) + 1, c) |> paint(s |> move_to((0, 0)))) |> join_x
let b = h |> map(s => canvas(10, height(s) + 1, c) |> paint(s |> transpose |> move_to((10 - width(s), 0)))) |> join_x
t |> take_left(width(t) - 1) |> paint(b |> keep(a))
