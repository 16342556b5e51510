let b = input |> objects4
let o = b |> max_by(o => o |> spaces |> filter(s => b |> any(t => t |> same_shape(s))) |> count)
o |> paint(o |> spaces |> map(s => s |> recolor(s |> match_by(b, shape) |> color)))
